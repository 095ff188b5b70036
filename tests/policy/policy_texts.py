"""Texts of an invented app, long enough to be judged as a policy."""

TITLE = "蓝莓天气隐私政策"

SECTIONS = (
    "更新日期：2025年6月1日",
    "蓝莓天气由示例蓝莓科技（杭州）有限公司（以下简称“我们”）开发和运营。",
    "一、我们收集的信息",
    "为了向您提供当地的天气预报，我们会收集您的位置信息。您拒绝提供的，不影响按城市名查询天气。",
    "我们不会收集您的通讯录和短信。",
    "二、信息的保存",
    "您的个人信息存储于中华人民共和国境内。我们保存您的查询记录六个月，期限届满后予以删除。",
    "三、您的权利",
    "您可以在“设置—账号”中查阅、更正、删除您的个人信息，也可以随时注销账号。",
    "我们将在15个工作日内答复您的请求。",
    "四、联系我们",
    "电子邮箱：privacy@blueberry.example",
)

FILLING = (
    "我们十分重视您的感受，并努力让每一次预报都准确、易懂、及时。界面上的云朵、雨滴和雪花图案由设计师手工绘制，"
    "颜色会随着季节慢慢变化。春天的底色偏绿，夏天的底色偏蓝，秋天的底色偏黄，冬天的底色偏灰。"
)
"""Says nothing that a policy must say."""


def policy_text(*sections: str, filling: int = 12) -> str:
    """A policy as plain text: these sections (or the usual ones), and sentences that say nothing."""
    return "\n".join((TITLE, *(sections or SECTIONS), *([FILLING] * filling))) + "\n"


def policy_page(body: str, title: str = TITLE) -> str:
    """A page with a body."""
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>\n"
