"""Prints a function that calls a lambda of 900 blocks ten times."""
print('function "large" lambda')
for block in range(900):
    print("block %d:\n  suspend" % block)
print('function "calls"\nlocal %f\n  closure %f = "large"')
for call in range(10):
    print("  call indirect %%f args %d" % call)
