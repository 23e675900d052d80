"""Who the drive belongs to: a made-up council, its team, its people and its folders."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from librarian.adapters.sample.papers import names

_COUNCILS: Final = (
    "Ashmere",
    "Brackenwell",
    "Larkholm",
    "Elderbrook",
    "Kestrelford",
    "Westermouth",
    "Harrowmere",
    "Saltmarsh Vale",
)
_TEAMS: Final = (
    "Child Protection Team 2",
    "Family Support and Protection Team",
    "Safeguarding and Court Team",
    "Children's Social Work Team East",
    "Child Protection North",
)
_PLACES: Final = [
    "top",
    "referrals",
    "cp",
    "meetings",
    "assessment",
    "court",
    "care",
    "familytime",
    "work",
    "languages",
    "community",
    "guidance",
    "leaflets",
    "training",
    "supervision",
    "admin",
    "minutes",
    "money",
    "mail",
]
_LAYOUTS: Final = (
    (
        "",
        "01 Forms/Referral forms",
        "01 Forms/Child protection",
        "01 Forms/Core groups and meetings",
        "01 Forms/Assessment",
        "01 Forms/Court and PLO",
        "01 Forms/Children in care",
        "01 Forms/Family time",
        "02 Direct work",
        "02 Direct work/Other languages",
        "03 Community resources",
        "04 Guidance and policy",
        "05 Leaflets",
        "06 Training",
        "07 Supervision",
        "08 Team admin",
        "08 Team admin/Team meetings",
        "08 Team admin/Money",
        "08 Team admin/Emails to keep",
    ),
    (
        "",
        "Referrals to services",
        "CP forms",
        "Meetings",
        "Assessments",
        "Legal",
        "LAC",
        "Contact",
        "Direct Work Resources",
        "Translated",
        "Local services",
        "Policies & procedures",
        "Leaflets for families",
        "Training and learning",
        "Supervision",
        "Admin",
        "Admin/Minutes",
        "Admin/Budgets",
        "Admin/emails",
    ),
    (
        "",
        "TEAM FOLDER/FORMS/Referrals",
        "TEAM FOLDER/FORMS",
        "TEAM FOLDER/FORMS/Core group",
        "TEAM FOLDER/FORMS/Assessments, chronologies, genograms",
        "TEAM FOLDER/FORMS/Court",
        "TEAM FOLDER/FORMS/In care",
        "TEAM FOLDER/FORMS/Family time",
        "TEAM FOLDER/Working with children",
        "TEAM FOLDER/Working with children/Languages",
        "TEAM FOLDER/Useful stuff",
        "TEAM FOLDER/Practice guidance",
        "TEAM FOLDER/Info for parents",
        "TEAM FOLDER/Training",
        "TEAM FOLDER/Managers/Supervision",
        "TEAM FOLDER/Office",
        "TEAM FOLDER/Office/Team meeting",
        "TEAM FOLDER/Managers/Finance",
        "TEAM FOLDER/Office/Mail",
    ),
    (
        "",
        "Templates/Referring",
        "Templates/Visits and plans",
        "Templates/Meetings",
        "Templates/Assessing",
        "Templates/PLO",
        "Templates/Looked after",
        "Templates/Contact",
        "Toolkit",
        "Toolkit/Not in English",
        "Community",
        "How we work",
        "Leaflets",
        "Learning",
        "Supervision",
        "Business Support",
        "Business Support/Minutes",
        "Business Support/Money",
        "Business Support/Saved mail",
    ),
)


@dataclass(frozen=True, slots=True)
class Team:
    """The team of one drive; places are its folders by what belongs in them."""

    council: str
    name: str
    people: tuple[str, ...]
    places: Mapping[str, str]
    odd_places: tuple[str, ...]
    by_age: bool

    @property
    def support(self) -> str:
        """The business support worker, whose drive it is if it is anybody's."""
        return self.people[2]

    @property
    def domain(self) -> str:
        """The council's domain, which cannot exist."""
        return f"{self.council.lower().replace(' ', '')}.example"

    def words(self) -> dict[str, str]:
        """What stands in documents for the team's own facts."""
        named = {f"w{number}": name for number, name in enumerate(self.people[3:], start=1)}
        return named | {
            "council": f"{self.council} Council",
            "area": self.council,
            "team": self.name,
            "manager": self.people[0],
            "deputy": self.people[1],
            "bs": self.support,
            "bsmail": f"{self.support.split()[0].lower()}@{self.domain}",
            "domain": self.domain,
            "phone": "01632 960010",
            "edt": "01632 960020",
        }


def neutral() -> Team:
    """Return the team of nobody in particular, for papers that came from elsewhere."""
    places = dict(zip(_PLACES, _LAYOUTS[0], strict=True))
    people = ("The manager", "The deputy", "Business Support", *["Duty worker"] * 6)
    return Team("County", "Children's Social Care", people, places, (), by_age=False)


def gather(random: Random) -> Team:
    """Return a team that this source of chance makes up."""
    people = tuple(
        f"{first} {last}"
        for first, last in zip(
            random.sample(names("first"), 9), random.sample(names("last"), 9), strict=True
        )
    )
    support = people[2].split()[0]
    other = people[5].split()[0]
    layout = random.choice(_LAYOUTS)
    return Team(
        council=random.choice(_COUNCILS),
        name=random.choice(_TEAMS),
        people=people,
        places=dict(zip(_PLACES, layout, strict=True)),
        odd_places=(
            f"{support}'s stuff",
            "Old stuff",
            "New folder",
            "New folder (2)",
            "New folder/New folder",
            "TO SORT",
            f"{other} - desktop backup",
            "Copied from H drive",
        ),
        by_age=random.random() < 0.5,  # noqa: PLR2004 - a toss
    )


def initials(name: str) -> str:
    """Return the initials people put into file names."""
    return "".join(word[0] for word in name.replace("'", "").split())
