"""Data: how the platform runs code, and how code speaks of consent."""

from typing import Literal

from appscan.facts import Frozen


class Callback(Frozen, frozen=True):
    """A platform type, and the methods that the platform calls on its subtypes; `user`: after a user's action."""

    type: str
    methods: tuple[str, ...]
    kind: str


class StoredFlag(Frozen, frozen=True):
    """A method that keeps values on the device by name.

    `action`: read (returns the value), ask (whether there is one), write, key (makes a key object from a name).
    `key`, `value`: which operand holds the name, and the value to write or the default to return; the object itself
    is operand 0 of an instance method. `value` is -1 where there is none: then an absent value reads as null. `text`:
    what is kept is a text; `counts`: a number that may mean more than yes or no.
    """

    type: str
    member: str
    action: Literal["read", "ask", "write", "key"]
    key: int
    value: int = -1
    text: bool = False
    counts: bool = False


class Repeater(Frozen, frozen=True):
    """A method that makes something happen again and again, or at a set time.

    `interval`: the operand register that holds the interval, in milliseconds or, where `unit` names the register of a
    `TimeUnit`, in that; the object itself is register 0, a long takes two. `run`: the object whose method then runs.
    `kind` `handler` counts only where that object hands itself over again.
    """

    type: str
    member: str
    kind: Literal["timer", "handler", "alarm", "job", "location"]
    interval: int = -1
    unit: int = -1
    run: int = -1


class SystemStart(Frozen, frozen=True):
    """An intent action by which the system starts a component unasked.

    `permission`: without it the app is not sent it. `guard`: the permission that the component must demand of others.
    `scheme`: of the data that comes with it, which the filter must name. `below`: only for apps that target a lower API
    level, or on devices of a lower one.
    """

    action: str
    permission: str = ""
    guard: str = ""
    scheme: str = ""
    below: int = 0
    component: Literal["receiver", "service"] = "receiver"


class ConsentWords(Frozen, frozen=True):
    """Words by which names in code and labels of buttons speak of consent.

    A name (split into words) means *the user agreed* if it holds a word of `agree`, or one of `subject` and one of
    `allow`, and none of `against`. `buttons_*`: parts of labels.
    """

    id: str
    agree: tuple[str, ...]
    subject: tuple[str, ...]
    allow: tuple[str, ...]
    against: tuple[str, ...]
    buttons_agree: tuple[str, ...]
    buttons_refuse: tuple[str, ...]
