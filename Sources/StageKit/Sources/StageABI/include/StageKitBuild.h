// Written by `make generate`: the version of StageKit and a digest of its sources.
#define STAGEKIT_BUILD "0.1.0+737b6001f8b0"
