"""The shell: options, printing, exit codes. Nothing below it prints or ends the process."""
