// libxlsxwriter, which writes the workbooks.
#pragma once
#include <xlsxwriter.h>
