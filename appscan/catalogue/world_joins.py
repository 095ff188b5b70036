"""Checks of packers, domains and patterns: examples hold, hosts and countries exist, patterns can be compiled."""

import re
from collections.abc import Iterable, Iterator

from appscan import hosts
from appscan.catalogue.compile import Fault, Source, Tables
from appscan.knowledge import ClausePattern, Domain, Packer, WordingPattern
from appscan.sdk_versions import glob

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
    CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
    GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
    MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
    UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)
"""ISO 3166-1 alpha-2, as assigned in 2025."""

BROAD = re.compile(r"[*#./]*|(?:assets/|lib)?[*#]*(?:\.so|\.dat|\.dex|\.jar)?")
"""Patterns that fit nearly any name."""


def world_faults(tables: Tables) -> Iterator[Fault]:
    """Every fault of these folders: where it stands, and what is wrong."""
    for top in ("sdks", "packers"):
        for value, source in tables[top].values():
            yield from _countries(source, ("vendor", "country"), value.vendor.country)
    yield from _domains(tables)
    yield from _packers(tables)
    for clause, source in tables["clauses"].values():
        yield from _patterns(source, clause, ("headings", "strong", "medium", "anti"))
    for wording, source in tables["wording"].values():
        yield from _patterns(source, wording, ("patterns", "anti"))


def _countries(source: Source, keys: tuple[str, ...], written: str) -> Iterator[Fault]:
    for code in written.split(";") if written else ():
        if code.strip() not in COUNTRIES:
            yield source, keys, f"`{code.strip()}` is no country code of ISO 3166"


def _domains(tables: Tables) -> Iterator[Fault]:
    """Hosts are well formed; a `note` says what is not known of one, and why it differs from a wider one."""
    known = hosts.Domains(value for value, _ in tables["domains"].values())
    for domain, source in tables["domains"].values():
        yield from _countries(source, ("country",), domain.country)
        if not hosts.valid(domain.domain):
            yield source, ("domain",), f"`{domain.domain}` is no host in small letters"
        if domain.note:
            continue
        if not (domain.operator and domain.country):
            yield source, ("domain",), f"`{domain.domain}` has no operator or country: say in `note` what is not known"
        elif domain.cross_border == ("yes" if domain.country == "CN" else "no"):
            yield source, ("cross_border",), f"does not fit the country `{domain.country}`: say why in `note`"
        wider = known.of(domain.domain.partition(".")[2])
        if wider and _contradict(domain, wider):
            yield source, ("domain",), f"has another operator or country than `{wider.domain}`: say why in `note`"


def _contradict(domain: Domain, wider: Domain) -> bool:
    pairs = ((domain.operator, wider.operator), (domain.country, wider.country))
    return any(one and other and one != other for one, other in pairs)


def _packers(tables: Tables) -> Iterator[Fault]:
    """Each packer's examples hold for it, and its patterns are not ones that nearly any app fits."""
    for packer, source in tables["packers"].values():
        for name in packer.examples.match:
            if not gives_away(packer, name):
                yield source, ("examples", "match"), f"`{name}` is not taken for this packer"
        for name in packer.examples.no_match:
            if gives_away(packer, name):
                yield source, ("examples", "no_match"), f"`{name}` is taken for this packer"
        signs = (*packer.native_libraries, *packer.assets, *packer.classes)
        if signs and not (packer.examples.match and packer.examples.no_match):
            yield source, ("examples",), "needs a name that matches and a near miss"
        for sign in signs:
            if BROAD.fullmatch(sign):
                yield source, ("id",), f"`{sign}` fits nearly any app"


def gives_away(packer: Packer, name: str) -> bool:
    """Whether the name of a library, an entry of the archive or a class gives a packer away."""
    patterns = (*packer.native_libraries, *packer.assets, *packer.classes)
    return bool(patterns) and bool(glob(patterns).fullmatch(name))


def _patterns(source: Source, value: ClausePattern | WordingPattern, fields: Iterable[str]) -> Iterator[Fault]:
    for field in fields:
        for index, pattern in enumerate(getattr(value, field)):
            try:
                re.compile(pattern)
            except re.error as error:
                yield source, (f"{field}[{index}]",), f"no regular expression: {error}"
