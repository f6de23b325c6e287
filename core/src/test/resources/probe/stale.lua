return 'file'
