"""OnnxGraphs: the graphs of one exported network."""

from pathlib import Path

from facerestore.inference.backends.onnx.exported import ExportedNetwork, LeftOutWeights, verified_bytes
from facerestore.inference.backends.onnx.sessions import OnnxSession, SessionSettings


class OnnxGraphs:
    """A network's graphs by name, each verified and loaded when it is first asked for, but the first at once.

    The file of weights that they share is read once, and kept until all of them are loaded.

    Raises WeightsMissing, WeightsDamaged and OutOfMemory.
    """

    def __init__(self, network: ExportedNetwork, folder: Path, settings: SessionSettings) -> None:
        self._network, self._folder, self._settings = network, folder, settings
        self._sessions: dict[str, OnnxSession] = {}
        self._weights = LeftOutWeights(folder, network)
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
            left_out = self._weights.of(graph)
            weights = {} if graph.weights is None or left_out is None else {graph.weights: left_out}
            self._sessions[name] = OnnxSession(content, graph.file, self._settings, weights)
            if len(self._sessions) == len(self._network.graphs):
                self._weights.forget()
        return self._sessions[name]
