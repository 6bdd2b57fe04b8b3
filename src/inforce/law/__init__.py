"""The law: rules and record in, status, exits, counts and deadlines out, each with its reasons."""
