// Example service.
module example.com/Acme/service

go 1.22

toolchain go1.22.3

require (
	github.com/BurntSushi/toml v1.3.2
	github.com/a/b v0.1.0 // direct
	golang.org/x/text v0.14.0 // indirect
	github.com/docker/docker v24.0.7+incompatible
)

require gopkg.in/yaml.v3 v3.0.1 // indirect

replace github.com/a/b => github.com/fork/b v0.1.1

replace golang.org/x/text v0.14.0 => ../text

exclude github.com/docker/docker v1.0.0

retract [v0.9.0, v0.9.9]
