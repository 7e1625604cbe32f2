"""Signing in with an OpenID provider: authorization code, PKCE, state, nonce, checked identity."""
