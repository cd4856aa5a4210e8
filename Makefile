# make demo     build coformat and make braille of a sample report
# make test     run the tests; FILTER=... only those it matches
# make install  put the command, its manual and its completions under PREFIX

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# The Swift runtime is part of the binary on Linux, so a user needs only the C libraries. On macOS
# the system has it.
ifeq ($(shell uname -s),Linux)
  RELEASE_FLAGS = -c release --static-swift-stdlib
else
  RELEASE_FLAGS = -c release
endif

SOURCES = Sources Tests Tables Package.swift
SAMPLE = Samples/findings-summary.md
BINARY = $(shell $(SWIFT) build $(RELEASE_FLAGS) --show-bin-path)/coformat
ROOT = $(DESTDIR)$(PREFIX)

.PHONY: all demo test install uninstall lint format titles bench release dependencies clean

all: demo

dependencies:
	@Scripts/install-dependencies

release: dependencies
	$(SWIFT) build $(RELEASE_FLAGS) --product coformat

demo: release
	@mkdir -p out
	$(BINARY) braille --grade 2 -o out/findings-summary.brf $(SAMPLE)
	@echo
	@echo "Made out/findings-summary.brf from $(SAMPLE). It begins:"
	@echo
	@head -n 20 out/findings-summary.brf
	@echo
	@echo "The command is $(BINARY); 'make install' puts it on your path."

test:
	@Scripts/install-dependencies --tests
	$(SWIFT) test $(if $(FILTER),--filter '$(FILTER)')

install: release
	install -d "$(ROOT)/bin" "$(ROOT)/share/man/man1" "$(ROOT)/share/coformat" \
	  "$(ROOT)/share/bash-completion/completions" "$(ROOT)/share/zsh/site-functions" \
	  "$(ROOT)/share/fish/vendor_completions.d"
	install -m 755 $(BINARY) "$(ROOT)/bin/coformat"
	strip "$(ROOT)/bin/coformat"
	install -m 644 Documentation/coformat.1 "$(ROOT)/share/man/man1/coformat.1"
	cp -R Tables/codes Tables/profiles Tables/characters "$(ROOT)/share/coformat/"
	"$(ROOT)/bin/coformat" --generate-completion-script bash > "$(ROOT)/share/bash-completion/completions/coformat"
	"$(ROOT)/bin/coformat" --generate-completion-script zsh > "$(ROOT)/share/zsh/site-functions/_coformat"
	"$(ROOT)/bin/coformat" --generate-completion-script fish > "$(ROOT)/share/fish/vendor_completions.d/coformat.fish"
	@echo "Installed $(ROOT)/bin/coformat"

uninstall:
	rm -f "$(ROOT)/bin/coformat" "$(ROOT)/share/man/man1/coformat.1" \
	  "$(ROOT)/share/bash-completion/completions/coformat" "$(ROOT)/share/zsh/site-functions/_coformat" \
	  "$(ROOT)/share/fish/vendor_completions.d/coformat.fish"
	rm -rf "$(ROOT)/share/coformat"

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

format:
	$(SWIFT) format -i -r $(SOURCES)

titles:
	@Scripts/update-diagnostic-titles

bench: release
	Scripts/bench.py $(BINARY)

clean:
	$(SWIFT) package clean
	rm -rf out
