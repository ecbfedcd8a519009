# Answers every line, a path, with the processor time that pandas takes to read the CSV and to describe it, and with the
# sum of all its numbers.
import sys
import time

try:
    import pandas
except ImportError:
    sys.exit(1)

print(pandas.__version__, flush=True)
for line in sys.stdin:
    before = time.process_time()
    table = pandas.read_csv(line.strip())
    table.describe()
    spent = time.process_time() - before
    print(spent, table.select_dtypes("number").to_numpy().sum(), flush=True)
