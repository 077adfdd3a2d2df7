// libzip, which opens the archives that workbooks are.
#pragma once
#include <zip.h>
