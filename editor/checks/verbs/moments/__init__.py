"""Tenses beside a time that they do not fit."""
