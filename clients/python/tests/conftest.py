import pathlib
import sys

# The package beside the tests, whether or not one is installed.
sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
