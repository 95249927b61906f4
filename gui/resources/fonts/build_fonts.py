# mypy: ignore-errors
"""Rebuild the font files of this folder (maintainer tool, not used at run time).

    apt-get download fonts-inter fonts-noto-cjk fonts-stix fonts-dejavu-core
    for d in *.deb; do dpkg-deb -x "$d" src; done
    pip install fonttools==4.68.0
    python build_fonts.py src/usr/share/fonts OUTPUT_FOLDER

Every output is a modified subset with a family name of its own, so that no
reserved or trademarked name is used and no font installed on the user's
machine is ever mixed in.
"""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

VERSION = "1.000"


def span(*ranges: tuple[int, int]) -> set[int]:
    return {c for first, last in ranges for c in range(first, last + 1)}


LATIN_GREEK = span((0x20, 0x7E), (0xA0, 0x17F), (0x370, 0x3FF))
PUNCTUATION = span((0x2010, 0x2027), (0x2030, 0x203A), (0x20AC, 0x20AC))
SUPER_SUB = span((0x2070, 0x209C))
MATHS = SUPER_SUB | span(
    (0x2100, 0x214F),  # letterlike
    (0x2150, 0x215E),  # number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x27C0, 0x27FF),  # mathematical symbols A, long arrows
)
TECHNICAL = span((0x2300, 0x23FF), (0x25A0, 0x25FF), (0x2610, 0x2612), (0x2713, 0x2718))
COMBINING = span((0x300, 0x30F), (0x20D0, 0x20D7))
MODIFIERS = span((0x2B0, 0x2FF), (0x1D2C, 0x1D6A))


def gb2312() -> set[int]:
    """All of GB 2312: rows 1-9 (symbols, kana...) and 16-87 (6,763 ideographs)."""
    found = set()
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            with contextlib.suppress(UnicodeDecodeError):
                found.add(ord(bytes((row, cell)).decode("gb2312")))
    return found


def subset(font: TTFont, wanted: set[int], features: list[str], hinting: bool = True) -> None:
    options = Options()
    options.layout_features = features
    options.hinting = hinting
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["FFTM", "MATH", "BASE", "VORG", "vhea", "vmtx"]
    worker = Subsetter(options)
    worker.populate(unicodes=wanted)
    worker.subset(font)


def rename(font: TTFont, family: str, style: str, original: str) -> None:
    """Give the font its own family name; keep copyright, trademark, licence records."""
    table = font["name"]
    kept = {i: table.getDebugName(i) for i in (0, 7, 8, 9, 11, 12, 13, 14)}
    upstream = table.getDebugName(5)
    table.names = []
    basic = style in ("Regular", "Bold", "Italic", "Bold Italic")
    postscript = f"{family}-{style}".replace(" ", "")
    records = {
        **kept,
        1: family if basic else f"{family} {style}",
        2: style if basic else "Regular",
        3: f"{VERSION};{postscript}",
        4: f"{family} {style}",
        5: f"Version {VERSION}; from {upstream}",
        6: postscript,
        10: f"Modified subset of {original} for Gradcanvas. Not the original font.",
    }
    if not basic:
        records[16], records[17] = family, style
    for number, text in records.items():
        if text:
            table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName, top.FamilyName = f"{family} {style}", family


def line_box(font: TTFont, ascent: float, descent: float) -> None:
    """Line metrics in em; one line box for all families keeps rows level."""
    em = font["head"].unitsPerEm
    up, down = round(ascent * em), round(descent * em)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = up, -down, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, 0
    os2.usWinAscent, os2.usWinDescent = up, down


def save(font: TTFont, path: Path) -> None:
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(path)
    print(f"{path.stat().st_size:>9,}  {path.name}")


def build_sans(source: Path, out: Path) -> None:
    heavier = {"Regular": "Medium", "Medium": "SemiBold", "SemiBold": "Bold", "Bold": "ExtraBold"}
    for style, next_style in heavier.items():
        font = TTFont(source / "opentype/inter" / f"Inter-{style}.otf")
        donor = TTFont(source / "opentype/inter" / f"Inter-{next_style}.otf")
        edit = CffEditor(font)
        delta, cap = edit.cmap[ord("Δ")], font["OS/2"].sCapHeight
        edit.put(ord("∇"), TTFont(font.reader.file.name), delta, Transform(1, 0, 0, -1, 0, cap))
        edit.shrink(ord("ᵀ"), donor, donor.getBestCmap()[ord("T")], 0.6, 0.44 * cap)
        # No 'calt': it would show a typed "->" as an arrow and "2x3" as "2×3".
        features = ["ccmp", "locl", "mark", "mkmk", "kern", "tnum", "pnum", "zero", "case", "sups", "subs", "frac"]
        wanted = span((0x20, 0x24F), (0x2B0, 0x45F), (0x1D2C, 0x1D6A), (0x2000, 0x2C7F))
        wanted.discard(ord("‖"))  # a black block in the bold weights; the symbol font's is better
        subset(font, wanted, features)
        rename(font, "Gradcanvas Sans", style, "Inter")
        save(font, out / f"GradcanvasSans-{style}.otf")


def build_sans_sc(source: Path, out: Path) -> None:
    wanted = gb2312() | span((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x3000, 0x303F), (0xFF00, 0xFFEF))
    for style in ("Regular", "Bold"):
        font = TTFont(source / "opentype/noto" / f"NotoSansCJK-{style}.ttc", fontNumber=2)
        assert font["name"].getDebugName(1) == "Noto Sans CJK SC"
        subset(font, wanted, [])
        rename(font, "Gradcanvas Sans SC", style, "Noto Sans CJK SC")
        line_box(font, 0.969, 0.241)
        save(font, out / f"GradcanvasSansSC-{style}.otf")


def build_symbols(source: Path, out: Path) -> None:
    wanted = LATIN_GREEK | PUNCTUATION | MATHS | TECHNICAL | COMBINING | MODIFIERS
    for style, file in (("Regular", "DejaVuSans"), ("Bold", "DejaVuSans-Bold")):
        font = TTFont(source / "truetype/dejavu" / f"{file}.ttf")
        subset(font, wanted, ["ccmp", "mark", "mkmk", "kern"])
        rename(font, "Gradcanvas Symbols", style, "DejaVu Sans")
        line_box(font, 0.969, 0.241)
        save(font, out / f"GradcanvasSymbols-{style}.ttf")


UNCHANGED = Transform()


class CffEditor:
    """Adds or replaces glyphs of a name-keyed CFF font."""

    def __init__(self, font: TTFont) -> None:
        font["CFF "].cff.desubroutinize()
        self.font = font
        self.cff = font["CFF "].cff
        self.top = self.cff.topDictIndex[0]
        self.cmap = dict(font.getBestCmap())

    def put(
        self, code: int, donor: TTFont, glyph: str, by: Transform = UNCHANGED, advance: float | None = None
    ) -> None:
        glyphs = donor.getGlyphSet()
        width = round(glyphs[glyph].width if advance is None else advance)
        private = self.top.Private
        pen = T2CharStringPen(width - private.nominalWidthX, None)
        glyphs[glyph].draw(TransformPen(pen, by))
        drawn = pen.getCharString(private=private, globalSubrs=self.cff.GlobalSubrs)
        name = self.cmap.get(code) or f"uni{code:04X}"
        strings = self.top.CharStrings
        if name in strings.charStrings:
            strings.charStringsIndex[strings.charStrings[name]] = drawn
        else:
            strings.charStringsIndex.append(drawn)
            strings.charStrings[name] = len(strings.charStringsIndex) - 1
            if name not in self.top.charset:
                self.top.charset.append(name)
            self.font.setGlyphOrder(list(self.top.charset))
        bounds = BoundsPen(glyphs)
        glyphs[glyph].draw(TransformPen(bounds, by))
        self.font["hmtx"].metrics[name] = (width, round(bounds.bounds[0]) if bounds.bounds else 0)
        for table in self.font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
        self.cmap[code] = name

    def shrink(self, code: int, donor: TTFont, glyph: str, scale: float, rise: float) -> None:
        width = donor["hmtx"].metrics[glyph][0] * scale
        self.put(code, donor, glyph, Transform(scale, 0, 0, scale, 0, rise), width)


SUBSCRIPT_LETTERS = dict(zip("aeoxhklmnpstijruv", "ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ", strict=True))
UPRIGHT_IN_FORMULAS = set("0123456789()[]{}+-=<>/|!%,.:;±¬×÷·") | set("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


def build_formula(source: Path, out: Path) -> None:
    """STIX General; the italic is made a "maths italic" (see README.md)."""
    folder = source / "opentype/stix"
    wanted = LATIN_GREEK | PUNCTUATION | MATHS | COMBINING | {ord(c) for c in "ᵀᵢⱼᵣᵤᵥˆ˙˜¯▶◀△▽□■○●✓"}
    for style, file in (("Regular", "Regular"), ("Italic", "Italic"), ("Bold", "Bold"), ("Bold Italic", "BoldItalic")):
        italic, bold = "Italic" in style, "Bold" in style
        font = TTFont(folder / f"STIXGeneral-{file}.otf")
        upright = [TTFont(folder / "STIXGeneral-Bold.otf")] if bold else []
        upright.append(TTFont(folder / "STIXGeneral-Regular.otf"))
        edit = CffEditor(font)
        own = set(edit.cmap)
        for code in sorted(wanted):
            if code in own and not (italic and chr(code) in UPRIGHT_IN_FORMULAS):
                continue
            for donor in upright:
                if code in donor.getBestCmap():
                    edit.put(code, donor, donor.getBestCmap()[code])
                    break
        digits = upright[0]
        names = digits.getBestCmap()
        small = TTFont(folder / f"STIXGeneral-{file}.otf")
        for base, high, low in zip("0123456789+−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", strict=True):
            edit.shrink(ord(high), digits, names[ord(base)], 0.62, 265)
            edit.shrink(ord(low), digits, names[ord(base)], 0.62, -140)
        for letter, low in SUBSCRIPT_LETTERS.items():
            edit.shrink(ord(low), small, small.getBestCmap()[ord(letter)], 0.66, -140)
        edit.shrink(ord("ⁿ"), small, small.getBestCmap()[ord("n")], 0.66, 265)
        edit.shrink(ord("ⁱ"), small, small.getBestCmap()[ord("i")], 0.66, 265)
        edit.shrink(ord("ᵀ"), digits, names[ord("T")], 0.62, 265)
        if italic:  # italic correction: no overhanging letter may touch an upright bracket
            sheet = font.getGlyphSet()
            for code in sorted(span((0x41, 0x5A), (0x61, 0x7A), (0x391, 0x3C9))):
                name = edit.cmap.get(code)
                if name is None:
                    continue
                bounds = BoundsPen(sheet)
                sheet[name].draw(bounds)
                width = font["hmtx"].metrics[name][0]
                if bounds.bounds and bounds.bounds[2] > width:
                    edit.put(code, small, name, advance=bounds.bounds[2])
        subset(font, wanted, ["ccmp", "mark"] if italic else ["ccmp", "mark", "kern"])
        rename(font, "Gradcanvas Formula", style, "STIX General")
        line_box(font, 0.95, 0.27)
        save(font, out / f"GradcanvasFormula-{file}.otf")


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    build_sans(source, out)
    build_sans_sc(source, out)
    build_symbols(source, out)
    build_formula(source, out)


if __name__ == "__main__":
    main()
