"""The plugin's texts in the language of QGIS' window.

Texts stand in the code in English; resources/i18n holds the other languages, which
`make translations` keeps up to date. Outside QGIS, where Qt is absent, they stay English.
"""

from __future__ import annotations

from collections.abc import Callable

from eurosat_qgis.paths import resource

try:
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QTranslator
except ImportError:
    QCoreApplication = None

CONTEXT = "EurosatQgis"
# A name, the same in every language.
PLUGIN_NAME = "EuroSAT Land Cover"


def tr(text: str) -> str:
    """`text` in QGIS' language where there is a translation.

    Only literals are found by `make translations`; what changes goes into `{places}` that are
    filled afterwards. One and many are two texts, as all four languages have just these two.
    """
    if QCoreApplication is None:
        return text
    return str(QCoreApplication.translate(CONTEXT, text))


def later(text: str) -> str:
    """Marks a literal that `tr` is given when it is shown: constants know no language yet."""
    return text


# The built-in model's classes, as its card calls them; other models' classes keep their names.
_CLASSES = (
    later("Annual crop"),
    later("Forest"),
    later("Herbaceous vegetation"),
    later("Highway"),
    later("Industrial"),
    later("Pasture"),
    later("Permanent crop"),
    later("Residential"),
    later("River"),
    later("Sea and lake"),
    later("Uncertain"),
)
_CHANGE = " → "


def class_title(title: str) -> str:
    """The title of a class as the window shows it; files keep the card's."""
    return tr(title) if title in _CLASSES else title


def change_title(title: str) -> str:
    """The title of a change from one class to another, such as `Forest → Residential`."""
    return _CHANGE.join(class_title(part) for part in title.split(_CHANGE))


def language() -> str:
    """QGIS' language as two letters, such as `de` of de_AT: what it was started with, or set to."""
    started_with = getattr(QgsApplication.instance(), "translation", str)()
    return str(started_with or QgsApplication.locale())[:2].lower()


def install() -> Callable[[], None]:
    """Translate from now on, until what it gives is called.

    QGIS takes another language when it is started again, so this is done once.
    """
    if QCoreApplication is None:
        return lambda: None
    translator = QTranslator()
    path = resource(f"i18n/eurosat_qgis_{language()}.qm")
    if not (path.is_file() and translator.load(str(path))):
        return lambda: None
    QCoreApplication.installTranslator(translator)

    def remove() -> None:
        QCoreApplication.removeTranslator(translator)

    return remove
