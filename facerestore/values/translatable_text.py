"""TranslatableText: an English sentence that can be said in another language."""

from typing import Self


class TranslatableText(str):
    """What a template says of its values. The engine knows one language; what shows the sentence in another one
    translates ``template``, which has {name} for each of ``values``."""

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        made = super().__new__(cls, template.format(**values))
        made.template, made.values = template, values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, object]]:
        # a sentence travels between processes with the error that says it
        return (self.template,), self.values
