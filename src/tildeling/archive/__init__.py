"""A folder that `convert` wrote, asked for what its letters say."""
