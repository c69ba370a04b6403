// Written by `make generate`: the version of StageKit and a digest of its sources.
#define STAGEKIT_BUILD "0.1.0+848de46ab12d"
