"""What a view offers to press or choose."""


def controls(body: object) -> list[dict]:
    """Everything that can be pressed or chosen, wherever it stands."""
    if isinstance(body, dict):
        own = [body] if "action_id" in body else []
        return own + [control for value in body.values() for control in controls(value)]
    return [control for item in body for control in controls(item)] if isinstance(body, list) else []
