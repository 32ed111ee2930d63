"""From plain trees to checked, frozen schemes and evidence; every mistake is collected with its place."""
