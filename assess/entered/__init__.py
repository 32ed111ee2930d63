"""entered"""
