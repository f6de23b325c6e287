#!lua flags=no-write,allow_oom
return 1 +
