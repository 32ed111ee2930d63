"""The documents of a result as a reader finds them on disk."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import ImageChops
from PIL.Image import Image
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from assess.domain.outcome import Outcome
from assess.reports import drawing
from assess.reports.documents import Written, plan, write_documents
from assess.reports.pdf import ReportError

from conftest import Small

COLLEGE, DEPARTMENT = "院部-01-二级学院甲-评分表.pdf", "部门-01-教务处-评分表.pdf"
LISTS = ["院部-考核结果汇总表.pdf", "部门-考核结果汇总表.pdf"]


def pages(path: Path) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(path).pages]
