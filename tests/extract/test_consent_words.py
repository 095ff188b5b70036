"""Whether a name in code says that the user agreed, and what a button with a label does."""

import pytest

from appscan.catalogue.model import Catalogue
from appscan.extract.paths.words import Consent, parts


@pytest.fixture(scope="module")
def consent(catalogue: Catalogue) -> Consent:
    return Consent.of(catalogue.knowledge.consent_words)


@pytest.mark.parametrize(
    "name",
    [
        "privacy_agreed", "hasUserConsent", "isAgreePrivacy", "AGREE_PROTOCOL", "user_accept", "policyGranted",
        "privacyAllowed", "consent", "已同意隐私政策", "sp_agreement_accepted",
    ],
)  # fmt: skip
def test_names_that_say_yes(consent: Consent, name: str) -> None:
    assert consent.means_agreed(name)


@pytest.mark.parametrize(
    "name",
    [
        "privacy_dialog_shown", "disagree", "isDisagreed", "not_agreed", "needConsent", "privacy", "agreement_version",
        "first_run", "agree_count", "privacy_refused", "camera_granted", "ad_consent", "cookie_accepted", "x1", "",
        "agreementUrl", "未同意", "showAgreement", "unconsented", "agreeNeeded", "agree_text",
        "waitingForConsent",
    ],
)  # fmt: skip
def test_names_that_do_not(consent: Consent, name: str) -> None:
    assert not consent.means_agreed(name)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("同意并继续", "agree"), ("不同意", "refuse"), ("I agree", "agree"), ("Disagree", "refuse"),
        ("Accept all", "agree"),
        ("暂不使用", "refuse"), ("确定", ""), ("btn_agree", "agree"), ("btn_disagree", "refuse"), ("", ""),
    ],
)  # fmt: skip
def test_buttons(consent: Consent, label: str, expected: str) -> None:
    assert consent.button(label) == expected


def test_words_of_a_name() -> None:
    assert parts("isUserAgreedXML_2") == ("is", "user", "agreed", "xml")
