VALUE = 'late'
