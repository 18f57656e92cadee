"""A Linux guest with another kernel: made from what is installed here, run by QEMU, in RAM only."""
