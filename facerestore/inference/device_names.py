"""What devices are called for the person, in the record and in the window."""

from facerestore.values.translatable_text import TranslatableText


def processor_name(library: str, threads: int, *, also: str = "") -> TranslatableText:
    """``cpu (ONNX Runtime, 2 threads)``. ``also``: networks that PyTorch runs beside ``library``."""
    if also:
        return TranslatableText(
            "cpu ({library}, {count} threads; {also} by PyTorch)", library=library, count=threads, also=also
        )
    if threads == 1:
        return TranslatableText("cpu ({library}, 1 thread)", library=library)
    return TranslatableText("cpu ({library}, {count} threads)", library=library, count=threads)


def graphics_name(device: str, library: str, *, card: str = "", also: str = "") -> TranslatableText:
    """``cuda (PyTorch, NVIDIA ...)``, ``mps (PyTorch)``."""
    if also:
        return TranslatableText("{device} ({library}; {also} by PyTorch)", device=device, library=library, also=also)
    if card:
        return TranslatableText("{device} ({library}, {card})", device=device, library=library, card=card)
    return TranslatableText("{device} ({library})", device=device, library=library)
