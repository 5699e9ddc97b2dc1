"""`python -m uitvoeringsplan` does the same as the command `uitvoeringsplan`."""

from uitvoeringsplan.cli import main

if __name__ == "__main__":
    main()
