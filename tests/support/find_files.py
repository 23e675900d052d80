"""Made-up files for the Find page: one of each kind and trouble."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from librarian.domain.extraction import Reason
from librarian.domain.facets import Facets
from tests.support.find_people import NOW


@dataclass(frozen=True, slots=True)
class MadeUpFile:
    """A file of the made-up drive."""

    path: str
    text: str = ""
    days: float = 30
    size: int = 48_200
    facets: Facets = field(default_factory=Facets)
    personal: bool = False
    reason: Reason | None = None
    author: str = "Janet Bloom"
    score: float = 0.0

    @property
    def modified(self) -> datetime:
        return NOW - timedelta(days=self.days)


FILES = (
    MadeUpFile(
        "Direct work/Genograms/Genogram guide - Guidance.docx",
        "A genogram is a family map. Draw it with the family, not about them: each generation on "
        "its own line, men as squares, women as circles, and ask who else matters.",
        0.22,
        facets=Facets(themes=("Family and identity",)),
    ),
    MadeUpFile(
        "Direct work/Genograms/Genogram_template_v2.docx",
        "Genogram of the family of …… drawn with …… on ……. Key: square, circle, line of marriage.",
        8,
    ),
    MadeUpFile(
        "Forms/Assessment/Child and family assessment with genogram and chronology.pdf",
        "Part 3. Family and wider network. Attach a genogram of at least three generations and "
        "say who took part in drawing it.",
        17,
        412_300,
    ),
    MadeUpFile(
        "Training/Slides/Drawing genograms with families.pptx",
        "Why draw? What a genogram shows that a list of names does not. Exercise in pairs.",
        140,
        2_940_000,
    ),
    MadeUpFile(
        "Team/Rotas and lists/Genogram training - who has been.xlsx",
        "Name Date Genogram day one Genogram day two Refresher due",
        44,
        18_400,
    ),
    MadeUpFile("Old stuff/Backup of forms 2022/genogram blank OLD.doc", "Genogram.", 1500),
    MadeUpFile("Team/Post/FW genogram for core group.msg", "Please find the genogram.", 61),
    MadeUpFile("Cases to file/Genogram - filled in.docx", "", 3, personal=True, author=""),
    MadeUpFile("Pictures/genogram whiteboard.jpg", "", 96, 1_820_000, reason=Reason.NO_TEXT),
    MadeUpFile("Forms/Locked/Genogram register.xlsx", "", 400, reason=Reason.PASSWORD),
    MadeUpFile("Guidance/Notes on genograms.txt", "Symbols for a genogram, one a line.", 210),
    MadeUpFile(
        "Direct work/Feelings/Anger volcano - ages 5 to 7.docx",
        "What makes your volcano rumble? Colour how hot it gets.",
        12,
        facets=Facets(("5–7",), ("Anger",), ("English",)),
    ),
    MadeUpFile(
        "Direct work/Feelings/Anger volcano - Somali.docx",
        "Maxaa ku gilgila foolkaanahaaga?",
        12,
        facets=Facets(("5–7",), ("Anger",), ("Somali",)),
    ),
    MadeUpFile("Forms/Safety plan template.docx", "Who keeps the child safe, and how.", 2),
    MadeUpFile("Forms/Core group minutes template.docx", "Present. Apologies. The plan.", 5),
    MadeUpFile("Forms/Child protection visit record.docx", "Seen alone? What did they say?", 1.1),
    MadeUpFile("Guidance/Thresholds.pdf", "Levels of need, and who helps at each.", 800),
    MadeUpFile("Community/Food banks and free meals.pdf", "Where, when, and whom to ask.", 21),
    *(
        MadeUpFile(f"Guidance/Practice notes/Practice note {number}.docx", "A practice note.", 300)
        for number in range(1, 61)
    ),
)
