"""``facerestore models``: the networks that are installed."""

import argparse

from facerestore.cli import arguments


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("models", help="list or verify the installed networks")
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for name, run, text in (
        ("list", run_list, "name, task, size and SHA-256 of every network's file"),
        ("verify", run_verify, "check every file against its SHA-256"),
    ):
        action = actions.add_parser(name, help=text, description=text)
        action.add_argument("--weights-dir", type=arguments.path, metavar="DIR", help="another folder of weights")
        action.set_defaults(run=run)


def run_list(parsed: argparse.Namespace) -> int:
    from facerestore.inference.backends.torch.networks import list_weights

    for weights in list_weights(parsed.weights_dir):
        megabytes = weights.size_bytes / 1e6
        print(f"{weights.name:<28}{weights.task:<12}{megabytes:7.1f} MB  {weights.sha256}  {weights.path.name}")
    return 0


def run_verify(parsed: argparse.Namespace) -> int:
    """1 if a file is missing or damaged."""
    from facerestore.inference.backends.torch.networks import verify_weights

    results = verify_weights(parsed.weights_dir)
    for name, ok, message in results:
        print(f"{'ok' if ok else 'DAMAGED':<9}{name}: {message}")
    return 0 if results and all(ok for _, ok, _ in results) else 1
