"""Tumour boards: who may do what, referrals, sessions, decisions. Pure rules."""
