#include "StageABI.h"
