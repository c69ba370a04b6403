# Songngu: `make run` and `make test` are all that a user needs; the rest is for developers.
.PHONY: help run build test lint format generate bench clean

help: ## what each target does
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

run: build ## run the pipeline over seeds/ and say where the results are
	.build/release/songngu run pipelines/incoming-reports.yaml --output out

build: ## install what is missing and build for speed
	@tools/install-packages
	swift build -c release

test: ## run every test
	@tools/install-packages tests
	swift build --build-tests
	tools/test-clients
	tools/test-scale
	swift test --skip-build

lint: ## check the style of all Swift files
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Tests Benchmarks

format: ## put all Swift files into the style
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Tests Benchmarks

generate: ## write the files that are made from the sources: build mark, stage pages, schema
	(echo '// Written by `make generate`: the version of StageKit and a digest of its sources.'; tools/stagekit-build) \
	  > Sources/StageKit/Sources/StageABI/include/StageKitBuild.h
	swift build
	.build/debug/songngu generate docs

bench: ## measure speed, beside what a user would pick instead
	@tools/install-packages bench
	Benchmarks/bench.sh

clean: ## remove what was built
	rm -rf .build .build-* out
