"""Draws sheets to be filled in: as a workbook for Excel, WPS and LibreOffice, or as CSV files."""
