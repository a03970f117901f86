from hop import hop

number = hop(1)
