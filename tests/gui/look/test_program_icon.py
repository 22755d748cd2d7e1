"""The program's own icon, as a window's frame and the task bar show it."""

from facerestore_gui.look.icons import program_icon


def test_that_the_program_has_an_icon_at_the_sizes_of_frames_and_task_bars(qapp):
    icon = program_icon()
    for size_px in (16, 24, 32, 48, 64, 128):
        picture = icon.pixmap(size_px).toImage()
        assert (picture.width(), picture.height()) == (size_px, size_px)
        left, right = (picture.pixelColor(int(size_px * x), size_px // 5) for x in (0.25, 0.75))
        # faded on the left, repaired on the right, nothing beside the print
        assert left.red() > left.blue() + 30
        assert right.blue() > right.red() + 30
        assert picture.pixelColor(0, size_px // 2).alpha() == 0
