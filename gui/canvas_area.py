"""The middle of the window: the canvas, and what lies over it: narration, playback bar, start page, toast."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from .canvas import minimap
from .canvas.adding import Adder
from .canvas.banner import Banner
from .canvas.breadcrumb import Breadcrumb
from .canvas.corners import FreeCorner
from .canvas.encoding import Encoding
from .canvas.find_bar import FindBar
from .canvas.legend import Legend
from .canvas.minimap import Minimap
from .canvas.paint import DETAIL
from .canvas.scene import CanvasScene
from .canvas.search_to_add import SearchToAdd
from .canvas.view import CanvasView
from .i18n import localize
from .notices import NoticeStack
from .playback import NarrationCard, PlaybackBar
from .session import Session
from .session.library import Library
from .settings import Settings
from .start_page import StartPage
from .theme import Theme
from .widgets.toast import Toast

_GAP = 14
_ABOVE = 10  # between the playback bar and the card
_ROOM_FOR_A_MAP = 620  # pixels of width
_SEEN_AT_ONCE = 15  # nodes and notes


class CanvasArea(QWidget):
    def __init__(self, session: Session, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.session, self.settings, self.theme = session, settings, theme
        self.view = CanvasView(CanvasScene(session, theme))
        self.view.setParent(self)
        self.view.snaps_to_grid = settings.snap_to_grid
        self._follow_motion()
        settings.motion.changed.connect(self._follow_motion)
        self.view.pulse.on = settings.pulses
        self.view.canvas.encode(Encoding(settings.wires, settings.heat_maps))
        self.legend = Legend(self.view.canvas)
        self.bar = PlaybackBar(session, theme)
        self.narration = NarrationCard(session, theme)
        self.corner = FreeCorner(self.view)
        self._legend_corner = FreeCorner(self.view, ("top-left", "top-right"))
        self.reserved = 0  # the height that is kept free for the card
        self.start_page = StartPage(settings.recent(), theme)
        self.toast = Toast(self)
        self.library = Library(session, settings.templates, self)
        self.adder = Adder(self.view, self.library, settings.count_use)
        self.search_to_add = SearchToAdd(self, self.view, self.adder, settings, theme)
        self.minimap = Minimap(self.view)
        self.minimap.dropped.connect(self._keep_corner)
        self.breadcrumb = Breadcrumb(session)
        self.breadcrumb.chosen.connect(self.view.enter_group)
        self.banner = Banner(session, theme)
        self.notices = NoticeStack(theme)
        self.notices.resized.connect(self.arrange)
        for over in (
            self.banner,
            self.legend,
            self.bar,
            self.narration,
            self.minimap,
            self.start_page,
            self.breadcrumb,
            self.notices,
        ):
            over.setParent(self)
        self.find_bar = FindBar(self, self.view, theme)
        self._join()
        self.presenting = False
        self.setMinimumSize(470, 260)
        self.arrange()

    def _join(self) -> None:
        session = self.session
        session.playhead.moved.connect(self._pulse)
        session.said.connect(self._say)
        session.announced.connect(self._speak)
        session.sought.connect(self.view.centre_on)
        session.changed.connect(self.corner.go_home)
        for signal in (
            session.changed,
            session.replaced,
            session.playhead.moved,
            session.level.changed,
            session.practice.changed,
            session.repair.changed,
            session.sample.changed,
            self.theme.changed,
            self.find_bar.turned,
        ):
            signal.connect(self.arrange)
        for signal in (session.replaced, session.level.changed):
            signal.connect(self.show_all)  # once it is known how much of the view is covered
        session.replaced.connect(self.toast.hide)

    def _say(self, sentence: object, kind: str) -> None:
        t = self.theme.tokens
        colour = {"error": t.error, "warning": t.warning, "good": t.good}[kind]
        self.toast.say(str(localize(sentence)), colour)
        self._place_toast()

    def _place_toast(self) -> None:
        if self.toast.isHidden():
            return
        self.toast.fit()
        above = next((w for w in (self.notices, self.banner) if w.isVisibleTo(self)), None)
        top = _GAP if above is None else above.geometry().bottom() + _GAP
        self.toast.move((self.width() - self.toast.width()) // 2, top)

    def _speak(self, text: str) -> None:
        """Lets a screen reader say it."""
        self.view.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, text))

    def arrange(self) -> None:
        """Puts everything in its place; called after whatever may change a size."""
        empty = not (len(self.session.document.graph) or self.session.document.notes)
        self.view.setGeometry(self.rect())
        height = self.bar.sizeHint().height()
        self.bar.setGeometry(_GAP, self.height() - height - _GAP, self.width() - 2 * _GAP, height)
        width = min(self.theme.px(600), self.width() - 2 * _GAP)
        self.narration.setFixedWidth(width)
        self.narration.resize(width, self.narration.height_for(width))
        self.banner.setVisible(self.banner.wanted and not empty)
        self.banner.adjustSize()
        self.banner.move(max(_GAP, (self.width() - self.banner.width()) // 2), _GAP)
        told = self._place_notices(self.banner.geometry().bottom() + _GAP if self.banner.isVisibleTo(self) else _GAP)
        self.find_bar.adjustSize()
        self.find_bar.move(self.width() - self.find_bar.width() - _GAP, _GAP)
        self.bar.setVisible(not empty)
        self.narration.setVisible(not empty)
        self.start_page.setVisible(empty)
        self.legend.setVisible(bool(self.view.canvas.looks.encoding) and not empty)
        if empty:
            self.start_page.fit_into(self.size() - QSize(2 * _GAP, 2 * _GAP + told))
            room = self.rect().center() - QPoint(self.start_page.width() // 2, self.start_page.height() // 2)
            self.start_page.move(max(0, room.x()), max(0, room.y() + told // 2))
        self.minimap.setVisible(self.wants_minimap and not self.presenting and self.width() >= _ROOM_FOR_A_MAP)
        self.breadcrumb.adjustSize()
        self.breadcrumb.move(_GAP, _GAP)
        self._place_legend(told)
        self._place_toast()
        self._make_room(told)
        corner = str(self.settings.minimap_corner)
        self.minimap.move(minimap.place(corner, self.size(), self.bar.y(), self.narration.geometry()))

    def show_all(self) -> None:
        """Shows the whole graph, and the card where it belongs."""
        self.reserved = 0
        self.arrange()
        self._fit()

    def _fit(self) -> None:
        self.view.fit()
        self.corner.go_home()
        self._legend_corner.go_home()
        self.arrange()

    def _make_room(self, told: int) -> None:
        """Lays the card where it covers nothing; if there is no such place, a graph that was seen whole makes room.

        It does not become so small that its numbers go.
        """
        before, height, scale = self.view.covered, self.narration.height(), self.view.scale_now
        self._cover(told)
        self._place_narration(told)
        if not self.corner.free and height > self.reserved and _is_seen_whole(self.view, before):
            self.reserved = height
            self._cover(told)
            self.view.fit()
            if self.view.scale_now < DETAIL < scale:
                self.view.zoom(DETAIL / self.view.scale_now)
            self._place_narration(told)

    def _cover(self, told: int) -> None:
        most = self.height() * 2 // 5
        tall = min(most, max(self.reserved, self.narration.height()))
        empty = self.bar.isHidden()
        self.view.covered = QMargins(0, told, 0, 0 if empty else self.height() - self.bar.y() + _ABOVE + tall)

    def _place_narration(self, told: int) -> None:
        taken = self._taken(self.banner, self.legend, self.breadcrumb, self.find_bar)
        self.narration.move(self.corner.place(self.narration.size(), self._room(told), taken))

    def _place_legend(self, told: int) -> None:
        top = self.breadcrumb.geometry().bottom() if self.breadcrumb.isVisibleTo(self) else 0
        self.legend.resize(self.legend.sizeHint())
        taken = self._taken(self.banner, self.find_bar)
        self.legend.move(self._legend_corner.place(self.legend.size(), self._room(max(told, top + _GAP)), taken))
        self.legend.update()

    def _room(self, top: int) -> QRect:
        return self.rect().adjusted(_GAP, max(_GAP, top), -_GAP, self.bar.y() - _ABOVE - self.height())

    def _taken(self, *over: QWidget) -> list[QRect]:
        taken = [widget.geometry() for widget in over if widget.isVisibleTo(self)]
        if self.minimap.isVisibleTo(self) and self.settings.minimap_corner.startswith("top"):
            taken.append(self.minimap.geometry())
        return taken

    def _place_notices(self, top: int) -> int:
        """The height that they take, with the gap below them."""
        self.notices.setVisible(bool(self.notices.cards) and not self.presenting)
        if not self.notices.isVisibleTo(self):
            return 0
        self.notices.fit_into(self.width() - 2 * _GAP)
        self.notices.move((self.width() - self.notices.width()) // 2, top)
        self.notices.raise_()
        return self.notices.height() + _GAP

    def encode(self, encoding: Encoding) -> None:
        """Switches what wires and nodes encode, and remembers it."""
        self.settings.wires, self.settings.heat_maps = encoding.wires, encoding.heat
        self.view.canvas.encode(encoding)
        self.arrange()

    def _follow_motion(self) -> None:
        self.view.reduced_motion = self.settings.motion.reduced

    def _pulse(self) -> None:
        """What is played, not what is scrubbed, sends dots along the wires."""
        if self.bar.player.playing:
            self.view.pulse.start(self.bar.player.beat * 3 // 4)

    @property
    def wants_minimap(self) -> bool:
        """Whether there should be a map; where nobody has chosen, a graph that is seen at once has none."""
        size = len(self.session.document.graph) + len(self.session.document.notes)
        return size > 0 and {"on": True, "off": False}.get(self.settings.minimap, size > _SEEN_AT_ONCE)

    def show_minimap(self, on: bool) -> None:
        self.settings.minimap = "on" if on else "off"
        self.arrange()

    def _keep_corner(self, corner: str) -> None:
        self.settings.minimap_corner = corner
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = _is_seen_whole(self.view, self.view.covered)
        self.arrange()
        if whole and not _is_seen_whole(self.view, self.view.covered):
            self._fit()


def _is_seen_whole(view: CanvasView, covered: QMargins) -> bool:
    """Whether nothing of the graph lies outside the view or in what is `covered` of it."""
    if not len(view.session.document.graph):
        return False
    room = view.viewport().rect().marginsRemoved(covered)
    seen = view.mapToScene(room).boundingRect()
    if not all(seen.contains(box.pos()) for box in view.canvas.boxes()):
        return False  # known before everything was measured: of a large graph, as a rule, little is in view
    return room.contains(view.mapFromScene(view.canvas.bounds()).boundingRect())
