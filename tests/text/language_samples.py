"""Short news in six languages, invented: the first two sentences of each, and what follows."""

from __future__ import annotations

from typing import NamedTuple


class Sample(NamedTuple):
    """An article's language and title, and its sentences with what parts them."""

    language: str
    title: str
    sentences: tuple[str, ...]
    between: str = " "

    @property
    def text(self) -> str:
        return self.between.join(self.sentences)


GERMAN = Sample(
    "de-AT",
    "Brand im Hafen von Altmark",
    (
        "Ein Feuer hat am 3. Oktober im Hafen von Altmark drei Lagerhallen zerstört.",
        "Die Feuerwehr löschte die Flammen nach Angaben von Dr. Maria Keller erst am Montag.",
        "„Wir hatten Glück.“",
        "Niemand wurde verletzt, sagte der Bürgermeister.",
        "Die Polizei sucht nun nach der Ursache des Feuers im Hafen.",
    ),
)
SPANISH = Sample(
    "es",
    "Incendio en el puerto",
    (
        "Un incendio destruyó el lunes tres almacenes en el puerto de Altamar.",
        "¿Quién lo causó?",
        "La policía busca a los testigos del incendio.",
    ),
)
RUSSIAN = Sample(
    "ru",
    "Пожар в порту",
    (
        "В понедельник в порту Старомарска сгорели три склада.",
        "Пожарные потушили огонь только утром, сообщила М. И. Келлер.",
        "Никто не пострадал!",
        "Полиция ищет причину пожара в порту.",
    ),
)
ARABIC = Sample(
    "ar",
    "حريق في الميناء",
    (
        "دمر حريق ثلاثة مستودعات في ميناء المدينة القديمة يوم الاثنين.",
        "من أشعل النار؟",
        "وقالت الشرطة إنها تبحث عن سبب الحريق في الميناء.",
    ),
)
HINDI = Sample(
    "hi",
    "बंदरगाह में आग",
    (
        "सोमवार को पुराने बंदरगाह में आग लगने से तीन गोदाम जल गए।",
        "दमकल कर्मियों ने सुबह तक आग बुझा दी।",
        "पुलिस आग लगने के कारण की जांच कर रही है।",
    ),
)
CHINESE = Sample(
    "zh-Hans",
    "旧港发生火灾",
    (
        "旧港的三座仓库星期一在一场大火中被烧毁。",
        "消防员到早晨才把火扑灭。",
        "“没有人受伤！”",
        "警方正在调查旧港火灾的原因。",
    ),
    between="",
)
SAMPLES = (GERMAN, SPANISH, RUSSIAN, ARABIC, HINDI, CHINESE)
