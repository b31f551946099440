"""The whole bot as its users meet it: app.py in processes of its own, spoken to over real HTTP and a real browser."""
