"""``facerestore models``: the networks that are installed."""

import argparse
from pathlib import Path

from facerestore.cli import arguments
from facerestore.files.weights_terms import network_terms
from facerestore.values.errors import UsageError
from facerestore.values.file_names import shown


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("models", help="list or verify the installed networks")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for name, run, text in (
        ("list", run_list, "name, task, size and SHA-256 of every network's file"),
        ("verify", run_verify, "check every file against its SHA-256"),
        ("terms", run_terms, "what each network learnt from, and what it may be used for"),
    ):
        action = actions.add_parser(name, help=text, description=text)
        action.add_argument("--weights-dir", type=arguments.path, metavar="DIR", help="another folder of weights")
        action.set_defaults(run=run)
    text = "export the networks for ONNX Runtime, which restores without PyTorch (needs onnx and onnxscript)"
    export = actions.add_parser("export-onnx", help=text, description=text)
    export.add_argument("--weights-dir", type=arguments.path, metavar="DIR", help="another folder of weights")
    export.add_argument(
        "-o",
        "--output",
        type=arguments.path,
        metavar="DIR",
        help="where they are written (default: where the program looks, onnx or graphs in the folder of weights)",
    )
    export.add_argument(
        "--without-weights",
        action="store_true",
        help="graphs only, about 1 MB: they read the files of weights in the folder above theirs",
    )
    export.set_defaults(run=run_export)


def run_list(parsed: argparse.Namespace) -> int:
    from facerestore.inference.installed_engines import has_torch

    # without PyTorch there are exported networks only
    if has_torch():
        from facerestore.inference.backends.torch.networks import list_weights

        for weights in list_weights(parsed.weights_dir):
            _print_file(weights.name, weights.task, weights.size_bytes, weights.sha256, weights.path.name)
    folder = _exported(parsed.weights_dir, is_needed=not has_torch())
    if folder is not None:
        from facerestore.inference.backends.onnx.exported import read_exported

        for network in read_exported(folder):
            for graph in network.graphs:
                _print_file(network.name, network.task, graph.size_bytes, graph.sha256, graph.file)
    return 0


def run_terms(parsed: argparse.Namespace) -> int:
    for network in network_terms(parsed.weights_dir):
        print(f"{network.name}: {network.terms}")
        for one in network.data:
            print(f"    learnt from {one}")
    return 0


def run_verify(parsed: argparse.Namespace) -> int:
    """1 if a file is missing or damaged."""
    from facerestore.inference.installed_engines import has_torch

    results: list[tuple[str, bool, str]] = []
    if has_torch():
        from facerestore.inference.backends.torch.networks import verify_weights

        results += verify_weights(parsed.weights_dir)
    folder = _exported(parsed.weights_dir, is_needed=not has_torch())
    if folder is not None:
        from facerestore.inference.backends.onnx.exported import verify_exported

        results += verify_exported(folder)
    for name, ok, message in results:
        print(f"{'ok' if ok else 'DAMAGED':<9}{name}: {message}")
    return 0 if results and all(ok for _, ok, _ in results) else 1


def _exported(weights_dir: Path | None, *, is_needed: bool) -> Path | None:
    """The folder of exported networks; None where there is none, unless it is needed."""
    from facerestore.inference.backends.onnx.exported import MANIFEST, exported_folder

    folder = exported_folder(weights_dir)
    return folder if is_needed or (folder / MANIFEST).exists() else None


def _print_file(name: str, task: str, size_bytes: int, sha256: str, file: str) -> None:
    print(f"{name:<28}{task:<12}{size_bytes / 1e6:7.1f} MB  {sha256}  {file}")


def run_export(parsed: argparse.Namespace) -> int:
    from facerestore.files.installed_weights import weights_folder
    from facerestore.inference.backends.onnx.exported import FOLDER, GRAPHS
    from facerestore.inference.installed_engines import has_torch

    if not has_torch():
        raise UsageError(
            "Exporting needs PyTorch, which is not installed.", advice='Install it: pip install "facerestore[export]"'
        )
    from facerestore.inference.backends.torch.onnx_export import export_networks

    folder = parsed.output or weights_folder(parsed.weights_dir) / (GRAPHS if parsed.without_weights else FOLDER)
    networks = export_networks(
        folder,
        parsed.weights_dir,
        with_weights=not parsed.without_weights,
        on_graph=lambda file: print(file, flush=True),
    )
    size = sum(graph.size_bytes for network in networks for graph in network.graphs)
    print(f"{len(networks)} networks, {size / 1e6:.1f} MB, in {shown(str(folder))}")
    return 0
