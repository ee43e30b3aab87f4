licence words
