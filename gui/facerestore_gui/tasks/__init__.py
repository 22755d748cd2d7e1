"""What takes time: the runner of tasks, the client of the worker process, estimates, messages."""
