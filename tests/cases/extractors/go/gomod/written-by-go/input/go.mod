module example.org/precinct

go 1.19

require (
	example.org/checks v1.0.0
	example.org/lib v1.4.2
)

require example.org/deep v0.3.0 // indirect
