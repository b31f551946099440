"""What the command line does, one function a command; app.py reads the words and joins the parts."""
