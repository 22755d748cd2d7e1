"""OnnxGraphs: the graphs of one exported network."""

from pathlib import Path

from facerestore.inference.backends.onnx.exported import ExportedNetwork, left_out_bytes, verified_bytes
from facerestore.inference.backends.onnx.sessions import OnnxSession, SessionSettings


class OnnxGraphs:
    """A network's graphs by name, each verified and loaded when it is first asked for, but ``first`` at once.

    Raises WeightsMissing, WeightsDamaged and OutOfMemory.
    """

    def __init__(self, network: ExportedNetwork, folder: Path, settings: SessionSettings) -> None:
        self._network, self._folder, self._settings = network, folder, settings
        self._sessions: dict[str, OnnxSession] = {}
        _ = self[network.graphs[0].graph]

    @property
    def whole(self) -> OnnxSession:
        """The graph of a network that has one only."""
        return self["whole"]

    def has(self, name: str) -> bool:
        return self._network.graph(name) is not None

    def __getitem__(self, name: str) -> OnnxSession:
        if name not in self._sessions:
            graph = self._network.graph(name)
            if graph is None:
                raise KeyError(name)
            content = verified_bytes(self._folder, graph)
            left_out = left_out_bytes(self._folder, self._network, graph)
            weights = {} if graph.weights is None or left_out is None else {graph.weights: left_out}
            self._sessions[name] = OnnxSession(content, graph.file, self._settings, weights)
        return self._sessions[name]
